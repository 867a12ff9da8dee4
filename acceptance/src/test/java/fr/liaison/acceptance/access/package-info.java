/** What somebody holds open while their right to it ends. */
@NullMarked
package fr.liaison.acceptance.access;

import org.jspecify.annotations.NullMarked;
