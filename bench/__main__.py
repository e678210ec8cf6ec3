"""Run every benchmark of this folder and print its tables."""

from bench import coalitions

if __name__ == "__main__":
    coalitions.main()
