/** How a person (device flow) or a program (client credentials) gets access tokens. */
@NullMarked
package fr.liaison.client.auth;

import org.jspecify.annotations.NullMarked;
