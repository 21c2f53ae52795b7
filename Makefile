# Targets: demo test lint bench install format. `make demo` and `make test` set up all they need.

PREFIX ?= /usr/local
PACKAGES = libsqlite3-dev libssl-dev libutf8proc-dev
ARCHIVES = .build/archives
# What the loader does before `main`: no look for libraries beside the program, packed relocations.
STARTING = --disable-local-rpath -Xlinker -z -Xlinker pack-relative-relocs
RELEASE = PKG_CONFIG_PATH="$(CURDIR)/$(ARCHIVES):$$PKG_CONFIG_PATH" \
  swift build --configuration release --static-swift-stdlib --product taizhang \
  -Xlinker -L"$(CURDIR)/$(ARCHIVES)" $(STARTING)
BINARY = .build/release/taizhang
SOURCES = Package.swift Sources Tests

.PHONY: demo test lint bench install format packages archives release clean

# The debug build, which `make test` then only adds to.
demo: packages
	swift build --product taizhang
	@.build/debug/taizhang demo --lang zh

test: packages
	swift build --build-tests
	swift test --skip-build

lint:
	swift format lint --strict --recursive --parallel $(SOURCES)

format:
	swift format --in-place --recursive --parallel $(SOURCES)

bench: release
	python3 Benchmarks/bench.py --binary $(BINARY)

release: packages archives
	$(RELEASE)

# Libraries are linked in from their archives where there are any: the program then starts faster
# and runs where the packages are not installed. Otherwise the linker takes what is shared.
archives:
	@mkdir -p $(ARCHIVES)
	@for library in sqlite3 utf8proc crypto stdc++; do \
	  archive=$$($(CC) -print-file-name=lib$$library.a); \
	  if [ -e "$$archive" ]; then ln -sf "$$archive" $(ARCHIVES)/; fi; \
	done
	@for package in sqlite3:sqlite3 libutf8proc:utf8proc libcrypto:crypto; do \
	  printf 'Name: %s\nDescription: its archive\nVersion: 0\nLibs: -L%s -l%s\n' \
	    "$${package%:*}" "$(CURDIR)/$(ARCHIVES)" "$${package#*:}" > $(ARCHIVES)/$${package%:*}.pc; \
	done

# A missing Debian package is installed when root, otherwise named with the command to run.
packages:
	@missing=""; for package in $(PACKAGES); do \
	  dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -q && apt-get install -y -q $$missing; \
	  else echo "缺少软件包 / missing packages:$$missing"; \
	    echo "  sudo apt-get install$$missing"; exit 1; fi; \
	fi

install: release
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d \
	  $(DESTDIR)$(PREFIX)/share/taizhang
	install -m 755 -s $(BINARY) $(DESTDIR)$(PREFIX)/bin/taizhang
	install -m 644 docs/taizhang.1 $(DESTDIR)$(PREFIX)/share/man/man1/taizhang.1
	$(BINARY) --generate-completion-script bash \
	  > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/taizhang
	$(BINARY) --generate-completion-script zsh \
	  > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_taizhang
	$(BINARY) --generate-completion-script fish \
	  > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/taizhang.fish
	cp -R seeds $(DESTDIR)$(PREFIX)/share/taizhang/

clean:
	rm -rf .build
