package fr.liaison.client.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a conversation is. */
public enum Kind {
  @JsonProperty("direct")
  DIRECT,
  @JsonProperty("group")
  GROUP
}
