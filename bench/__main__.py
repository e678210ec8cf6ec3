"""Run every benchmark of this folder and print its tables."""

from bench import coalitions, reading, register

if __name__ == "__main__":
    coalitions.main()
    register.main()
    reading.main()
