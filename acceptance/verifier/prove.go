package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var emptyRoot = tlog.Hash(sha256.Sum256(nil))

func proveEveryEntry(tree tlog.Tree, hashes tlog.HashReader) error {
	for n := int64(0); n < tree.N; n++ {
		if err := proveEntry(tree, n, hashes); err != nil {
			return err
		}
	}
	return nil
}

func proveEntry(tree tlog.Tree, n int64, hashes tlog.HashReader) error {
	leaf, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, n)})
	if err != nil {
		return err
	}
	proof, err := tlog.ProveRecord(tree.N, n, hashes)
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(proof, tree.N, tree.Hash, n, leaf[0]); err != nil {
		return fmt.Errorf("entry %d: %v", n, err)
	}
	return nil
}

// proveThroughTiles proves entries spread over the log from what it serves,
// the way a client without the whole log does.
func proveThroughTiles(fetch source, tree tlog.Tree, hashes tlog.HashReader) error {
	reader := tlog.TileHashReader(tree, &servedTiles{fetch: fetch, seen: map[tlog.Tile][]byte{}})
	step := tree.N/tileProofs + 1
	for n := int64(0); n < tree.N; n += step {
		if err := proveEntry(tree, n, reader); err != nil {
			return err
		}
	}
	return nil
}

type servedTiles struct {
	fetch source
	seen  map[tlog.Tile][]byte
}

func (s *servedTiles) Height() int { return tileHeight }

func (s *servedTiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (s *servedTiles) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	contents := make([][]byte, len(tiles))
	for i, tile := range tiles {
		if _, ok := s.seen[tile]; !ok {
			content, err := s.fetch(fileName(tile))
			if err != nil {
				return nil, err
			}
			s.seen[tile] = content
		}
		contents[i] = s.seen[tile]
	}
	return contents, nil
}

// proveConsistency shows that the log extends itself at sizes around every
// power of two, where mistakes live, and at others spread evenly.
func proveConsistency(tree tlog.Tree, hashes memory) (int, error) {
	sizes := map[int64]bool{}
	for power := int64(1); power <= tree.N; power *= 2 {
		for _, size := range []int64{power - 1, power, power + 1} {
			sizes[size] = true
		}
	}
	for size := tree.N; size > 0; size -= tree.N/64 + 1 {
		sizes[size] = true
	}
	proofs := 0
	for size := range sizes {
		if size < 1 || size > tree.N {
			continue
		}
		root, err := hashes.root(size)
		if err != nil {
			return 0, err
		}
		if err := checkExtends(tlog.Tree{N: size, Hash: root}, tree, hashes); err != nil {
			return 0, fmt.Errorf("size %d: %v", size, err)
		}
		proofs++
	}
	return proofs, nil
}

func checkExtends(old, tree tlog.Tree, hashes tlog.HashReader) error {
	proof, err := tlog.ProveTree(tree.N, old.N, hashes)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash)
}

// extends refuses a log that is not a continuation of the checkpoint in the file.
func extends(file string, tree tlog.Tree, hashes memory, verifier note.Verifier) error {
	signed, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	old, err := openCheckpoint(signed, verifier)
	if err != nil {
		return fmt.Errorf("saved %v", err)
	}
	if old.N > tree.N {
		return fmt.Errorf("the log shrank from %d to %d entries", old.N, tree.N)
	}
	if old.N == 0 {
		if old.Hash != emptyRoot {
			return errors.New("fork: the saved checkpoint is empty with another root")
		}
		return nil
	}
	if err := checkExtends(old, tree, hashes); err != nil {
		return fmt.Errorf("fork: the log does not extend the saved checkpoint of size %d", old.N)
	}
	return nil
}
