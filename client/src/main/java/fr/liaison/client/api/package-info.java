/** The services' HTTP APIs as typed calls, named as in their OpenAPI documents. */
@NullMarked
package fr.liaison.client.api;

import org.jspecify.annotations.NullMarked;
