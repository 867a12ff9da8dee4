/** Welcomes waiting for the devices they add. */
@NullMarked
package fr.liaison.conversation.welcome;

import org.jspecify.annotations.NullMarked;
