/** Programs to start from: each uses nothing but what the SDK offers everybody. */
@NullMarked
package fr.liaison.client.example;

import org.jspecify.annotations.NullMarked;
