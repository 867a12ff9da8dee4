package fr.liaison.kit.event;

import fr.liaison.contracts.event.Topic;

/**
 * Hears every event of a topic in every instance of the service, from the moment it starts. At most
 * once, no transaction: good for waking and for dropping caches, never for keeping state.
 */
public interface EventListener {
  Topic topic();

  void heard(ReceivedEvent event);
}
