/** The web client's core without a browser, driven by script. */
@NullMarked
package fr.liaison.acceptance.client;

import org.jspecify.annotations.NullMarked;
