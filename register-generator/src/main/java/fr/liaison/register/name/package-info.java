/** Family and given names, and the form in which two spellings of one name are equal. */
@org.jspecify.annotations.NullMarked
package fr.liaison.register.name;
