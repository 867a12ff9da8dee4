/**
 * What the tests of every module share: real servers started once per test JVM, signed tokens, a
 * leak check and the house rules. See README.md of this module.
 */
@NullMarked
package fr.liaison.test;

import org.jspecify.annotations.NullMarked;
