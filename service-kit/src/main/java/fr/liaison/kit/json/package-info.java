/** The framework's JSON mapper speaks the dialect of contracts. */
@NullMarked
package fr.liaison.kit.json;

import org.jspecify.annotations.NullMarked;
