/** Professions, know-how, and the words people use for them. */
@org.jspecify.annotations.NullMarked
package fr.liaison.register.profession;
