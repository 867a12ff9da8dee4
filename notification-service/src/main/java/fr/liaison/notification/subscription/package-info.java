/**
 * Where devices ask to be woken. One Web Push subscription a device; an endpoint belongs to the
 * device that named it last. Dropped with the device.
 */
@NullMarked
package fr.liaison.notification.subscription;

import org.jspecify.annotations.NullMarked;
