/** What the national files look like: columns, headers, rows, check digits. */
@org.jspecify.annotations.NullMarked
package fr.liaison.register.layout;
