/** From a leaf's place to a file that proves it, and that a checkpoint extends an earlier one. */
@NullMarked
package fr.liaison.audit.proof;

import org.jspecify.annotations.NullMarked;
