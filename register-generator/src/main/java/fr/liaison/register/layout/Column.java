package fr.liaison.register.layout;

/** A column of a national file, by the name its header gives it. */
public interface Column {
  String title();
}
