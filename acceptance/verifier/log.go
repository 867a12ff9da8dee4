package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
	// Proofs re-read through authenticated tiles; every other one runs in memory.
	tileProofs = 256
)

// verifyLog derives the whole tree anew from the entries and holds everything
// the log serves and has signed against it.
func verifyLog(fetch source, verifier note.Verifier, saved, save string) (string, error) {
	signed, err := fetch("checkpoint")
	if err != nil {
		return "", err
	}
	tree, err := openCheckpoint(signed, verifier)
	if err != nil {
		return "", err
	}
	hashes, err := deriveHashes(fetch, tree.N)
	if err != nil {
		return "", err
	}
	if root, err := hashes.root(tree.N); err != nil || root != tree.Hash {
		return "", errors.New("the entries do not give the signed root")
	}
	tiles, err := compareTiles(fetch, tree.N, hashes)
	if err != nil {
		return "", err
	}
	if err := proveEveryEntry(tree, hashes); err != nil {
		return "", err
	}
	if err := proveThroughTiles(fetch, tree, hashes); err != nil {
		return "", err
	}
	consistent, err := proveConsistency(tree, hashes)
	if err != nil {
		return "", err
	}
	if saved != "" {
		if err := extends(saved, tree, hashes, verifier); err != nil {
			return "", err
		}
	}
	if save != "" {
		if err := os.WriteFile(save, signed, 0o600); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("%s size %d root %s, %d tiles, %d inclusion and %d consistency proofs",
		verifier.Name(), tree.N, tree.Hash, tiles, tree.N, consistent), nil
}

// A memory holds every stored hash of the tree, in tlog's storage order.
type memory []tlog.Hash

func (m memory) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index < 0 || index >= int64(len(m)) {
			return nil, errors.New("a hash outside the log was asked for")
		}
		found[i] = m[index]
	}
	return found, nil
}

func (m memory) root(size int64) (tlog.Hash, error) { return rootOf(size, m) }

func rootOf(size int64, hashes tlog.HashReader) (tlog.Hash, error) {
	if size == 0 {
		return emptyRoot, nil
	}
	return tlog.TreeHash(size, hashes)
}

func deriveHashes(fetch source, size int64) (memory, error) {
	var hashes memory
	for start := int64(0); start < size; start += tileWidth {
		width := int64(tileWidth)
		if size-start < width {
			width = size - start
		}
		name := fileName(tlog.Tile{H: tileHeight, L: -1, N: start / tileWidth, W: int(width)})
		bundle, err := fetch(name)
		if err != nil {
			return nil, err
		}
		entries, err := splitBundle(bundle)
		if err != nil || int64(len(entries)) != width {
			return nil, fmt.Errorf("%s: not a bundle of %d entries", name, width)
		}
		for i, entry := range entries {
			next, err := tlog.StoredHashes(start+int64(i), entry, hashes)
			if err != nil {
				return nil, err
			}
			hashes = append(hashes, next...)
		}
	}
	return hashes, nil
}

func splitBundle(bundle []byte) ([][]byte, error) {
	var entries [][]byte
	for len(bundle) > 0 {
		if len(bundle) < 2 || len(bundle)-2 < int(binary.BigEndian.Uint16(bundle)) {
			return nil, errors.New("cut short")
		}
		end := 2 + int(binary.BigEndian.Uint16(bundle))
		entries = append(entries, bundle[2:end])
		bundle = bundle[end:]
	}
	return entries, nil
}

// fileName maps Go's names (tile/8/0/000, tile/8/data/000) to those of C2SP.
func fileName(tile tlog.Tile) string {
	name := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
	return strings.Replace(name, "tile/data/", "tile/entries/", 1)
}

func compareTiles(fetch source, size int64, hashes memory) (int, error) {
	tiles := tilesOf(size)
	for _, tile := range tiles {
		derived, err := tlog.ReadTileData(tile, hashes)
		if err != nil {
			return 0, err
		}
		served, err := fetch(fileName(tile))
		if err != nil {
			return 0, err
		}
		if !bytes.Equal(derived, served) {
			return 0, fmt.Errorf("%s: not the hashes of the entries", fileName(tile))
		}
	}
	return len(tiles), nil
}

// tilesOf lists every tile of a tree. Go also names each narrower state of a
// partial tile, as a log that grew by single entries would have published it.
func tilesOf(size int64) []tlog.Tile {
	all := tlog.NewTiles(tileHeight, 0, size)
	var widest []tlog.Tile
	for i, tile := range all {
		if i+1 == len(all) || all[i+1].L != tile.L || all[i+1].N != tile.N {
			widest = append(widest, tile)
		}
	}
	return widest
}
