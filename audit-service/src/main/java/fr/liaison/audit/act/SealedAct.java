package fr.liaison.audit.act;

import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.json.Bytes;

/** An act with its leaf and what opens the leaf: the salt and the exact payload committed to. */
public record SealedAct(ActRecorded act, Bytes leaf, Bytes salt, String payload) {

  /** Keeps payload and salt out of logs. */
  @Override
  public String toString() {
    return "SealedAct[" + act.actId() + "]";
  }
}
