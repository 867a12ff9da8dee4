package fr.liaison.audit.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.audit.tlog.LogProof;
import fr.liaison.audit.tlog.merkle.ConsistencyProof;
import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.merkle.InclusionProof;
import fr.liaison.audit.tlog.note.SignedNote;
import fr.liaison.audit.tlog.tile.TiledNodes;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The log as one checkpoint signed it: what can be proven against exactly that. */
public record SignedTree(SignedNote checkpoint, long size, TiledNodes nodes) {

  public boolean holds(long index) {
    return index < size;
  }

  /** A tlog-proof file whose extra data opens the leaf. */
  public String prove(Place place) {
    InclusionProof proof = InclusionProof.prove(place.index(), size, nodes);
    return new LogProof(opening(place), place.index(), proof.siblings(), checkpoint).toString();
  }

  /** The hashes that show this tree to begin with the first leaves; none of a larger tree. */
  public List<Bytes> extendsTreeOf(long oldSize) {
    return oldSize > size
        ? List.of()
        : ConsistencyProof.prove(oldSize, size, nodes).hashes().stream()
            .map(Hash::toBytes)
            .map(Bytes::of)
            .toList();
  }

  /** The leaf, and the salt and payload unless they were purged, as base64 of JSON. */
  private static String opening(Place place) {
    Map<String, Bytes> opening = new LinkedHashMap<>();
    opening.put("leaf", place.leaf());
    Bytes salt = place.salt();
    String payload = place.payload();
    if (salt != null && payload != null) {
      opening.put("salt", salt);
      opening.put("payload", Bytes.of(payload.getBytes(StandardCharsets.UTF_8)));
    }
    try {
      byte[] json = ContractJson.mapper().writeValueAsBytes(opening);
      return Base64.getEncoder().encodeToString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a map of texts is writable as JSON", impossible);
    }
  }
}
