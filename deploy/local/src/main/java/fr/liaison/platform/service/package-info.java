/** Our own processes: the five services and the gateway. */
@NullMarked
package fr.liaison.platform.service;

import org.jspecify.annotations.NullMarked;
