/** What is wrong with some rows of real files, and which synthetic people get it. */
@org.jspecify.annotations.NullMarked
package fr.liaison.register.defect;
