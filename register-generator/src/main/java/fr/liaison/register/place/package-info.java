/** Communes, departments, addresses, telephone numbers. */
@org.jspecify.annotations.NullMarked
package fr.liaison.register.place;
