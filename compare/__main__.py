"""`python -m compare`: the command line, under a name that ImageMagick does not also use."""

from compare.cli import main

if __name__ == "__main__":
    main()
