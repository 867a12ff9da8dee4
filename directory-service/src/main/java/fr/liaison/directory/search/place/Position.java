package fr.liaison.directory.search.place;

import org.apache.lucene.util.SloppyMath;

/** A point of the earth in degrees. */
public record Position(double latitude, double longitude) {
  double kilometresTo(Position other) {
    return SloppyMath.haversinMeters(latitude, longitude, other.latitude, other.longitude) / 1000;
  }
}
