/** The devices this service has heard of, and whether they may act. */
@NullMarked
package fr.liaison.kit.device;

import org.jspecify.annotations.NullMarked;
