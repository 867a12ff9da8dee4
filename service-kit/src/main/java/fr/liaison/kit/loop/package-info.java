/** Work in the background that goes on for as long as a service runs. */
@NullMarked
package fr.liaison.kit.loop;

import org.jspecify.annotations.NullMarked;
