/** Deterministic choice: the same on every machine, locale and JDK. */
@org.jspecify.annotations.NullMarked
package fr.liaison.register.chance;
