package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// No file of a log is larger: 256 entries of 65,535 bytes behind their lengths.
const maxFileBytes = 256 * (2 + 65535)

// A source gives the files of a log by their C2SP tlog-tiles names.
type source func(name string) ([]byte, error)

func openSource(place string) source {
	if strings.HasPrefix(place, "http://") || strings.HasPrefix(place, "https://") {
		return webSource(strings.TrimRight(place, "/"))
	}
	return func(name string) ([]byte, error) {
		return os.ReadFile(filepath.Join(place, filepath.FromSlash(name)))
	}
}

func webSource(prefix string) source {
	client := &http.Client{Timeout: 30 * time.Second}
	return func(name string) ([]byte, error) {
		response, err := client.Get(prefix + "/" + name)
		if err != nil {
			return nil, err
		}
		defer response.Body.Close()
		if response.StatusCode != http.StatusOK {
			return nil, fmt.Errorf("%s: the log answered %s", name, response.Status)
		}
		body, err := io.ReadAll(io.LimitReader(response.Body, maxFileBytes+1))
		if err == nil && len(body) > maxFileBytes {
			err = fmt.Errorf("%s: larger than any file of a log", name)
		}
		return body, err
	}
}
