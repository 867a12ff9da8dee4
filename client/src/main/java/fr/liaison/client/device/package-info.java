/** This program as an enrolled device: its key, its certificate and how it gets one. */
@NullMarked
package fr.liaison.client.device;

import org.jspecify.annotations.NullMarked;
