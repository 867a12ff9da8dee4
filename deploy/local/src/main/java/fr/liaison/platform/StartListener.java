package fr.liaison.platform;

import fr.liaison.platform.process.Health;

/** Told of the progress of a start, from several threads. */
public interface StartListener {
  /** Hears nothing. */
  StartListener SILENT =
      new StartListener() {
        @Override
        public void starting(Part part) {}

        @Override
        public void finished(Part part, Health health) {}
      };

  void starting(Part part);

  void finished(Part part, Health health);
}
