package fr.liaison.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.directory.search.place.Near;
import fr.liaison.directory.search.place.Position;
import java.io.IOException;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** Beside Lucene's own circles, which are dear to make. */
class NearQueryTest {
  private static final int PEOPLE = 2_000;
  private static final double ROUNDED_BY = 1;

  private final Random random = new Random(4);

  @Test
  void findsWhomLucenesOwnCircleFindsFromTheEquatorToTheDateLine() throws IOException {
    Position[] centres = {
      new Position(48.85, 2.35), new Position(4.93, -52.33), new Position(-13.28, 179.9)
    };
    for (Position centre : centres) {
      try (Directory directory = people(centre);
          DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (int kilometres : new int[] {1, 7, 30, 200}) {
          int found = searcher.count(NearQuery.of(new Near(centre, kilometres)));

          assertThat(found).isEqualTo(searcher.count(lucenesOwn(centre, kilometres)));
          assertThat(found).isBetween(1, PEOPLE - 1);
        }
      }
    }
  }

  @Test
  void somebodyWithTwoPlacesIsAsNearAsTheNearest() throws IOException {
    Position paris = new Position(48.85, 2.35);
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        Document both = new Document();
        add(both, new Position(-21.1, 55.5));
        add(both, paris);
        writer.addDocument(both);
        writer.addDocument(new Document());
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(new IndexSearcher(reader).count(NearQuery.of(new Near(paris, 1)))).isOne();
      }
    }
  }

  private Directory people(Position around) throws IOException {
    Directory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < PEOPLE; i++) {
        Document document = new Document();
        double degrees = Math.pow(10, -random.nextDouble() * 3);
        double east = around.longitude() + (random.nextDouble() - 0.5) * 8 * degrees;
        add(
            document,
            new Position(
                around.latitude() + (random.nextDouble() - 0.5) * 8 * degrees,
                east > 180 ? east - 360 : east));
        writer.addDocument(document);
      }
    }
    return directory;
  }

  private static void add(Document document, Position position) {
    document.add(new LatLonPoint(Field.POSITION, position.latitude(), position.longitude()));
    document.add(
        new LatLonDocValuesField(Field.POSITION, position.latitude(), position.longitude()));
  }

  private static Query lucenesOwn(Position centre, int kilometres) {
    return LatLonPoint.newDistanceQuery(
        Field.POSITION, centre.latitude(), centre.longitude(), kilometres * 1000 + ROUNDED_BY);
  }
}
