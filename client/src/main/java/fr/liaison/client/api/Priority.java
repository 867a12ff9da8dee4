package fr.liaison.client.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How soon somebody must react; the server sees it. */
public enum Priority {
  @JsonProperty("routine")
  ROUTINE,
  @JsonProperty("urgent")
  URGENT
}
