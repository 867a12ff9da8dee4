@NullMarked
package fr.liaison.test;

import org.jspecify.annotations.NullMarked;
