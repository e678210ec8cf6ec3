"""Run every benchmark of this folder and print its tables."""

from bench import (
    claims,
    coalitions,
    documents,
    forecast,
    killing,
    readers,
    reading,
    register,
    state,
)

if __name__ == "__main__":
    coalitions.main()
    register.main()
    documents.main()
    state.main()
    readers.main()
    killing.main()
    forecast.main()
    reading.main()
    claims.main()
