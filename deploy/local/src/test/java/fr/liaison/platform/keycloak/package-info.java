@NullMarked
package fr.liaison.platform.keycloak;

import org.jspecify.annotations.NullMarked;
