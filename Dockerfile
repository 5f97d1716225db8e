# docker build --tag minifactory .
# docker run --rm --publish 4173:4173 minifactory      serves the playground at http://127.0.0.1:4173/
# docker run --rm minifactory npm test                 runs every check and test

# The programs, for the development container, too. A test compares the list with the one in scripts/lib/debian.mjs.
FROM node:20-bookworm AS tools
RUN apt-get update && apt-get install -y --no-install-recommends \
    emscripten \
    cmake \
    ninja-build \
    libeigen3-dev \
    g++ \
    libgtest-dev \
    nlohmann-json3-dev \
    clang-format \
    clang-tidy \
    chromium \
    firefox-esr \
    nginx-light \
    busybox \
    libxml2-utils \
    python3-numpy \
    python3-torch \
  && rm -rf /var/lib/apt/lists/*

FROM tools
WORKDIR /minifactory
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build
# The server must also answer requests from outside of the container.
ENV MINIFACTORY_HOST=0.0.0.0
EXPOSE 4173
CMD ["npm", "start"]
