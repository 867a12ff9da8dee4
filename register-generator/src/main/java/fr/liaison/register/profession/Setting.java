package fr.liaison.register.profession;

/** Where the employed of a profession mostly work. */
public enum Setting {
  CARE,
  HOSPITAL,
  PHARMACY,
  LABORATORY,
  APPLIANCE
}
