package questions

// Point is a point of one of the documents that the bank is drawn from, and what
// carries it.
type Point struct {
	Seed    string   `yaml:"seed,required"`  // the id of the source
	Point   string   `yaml:"point,required"` // in words of our own
	Carried []string `yaml:"carried"`        // ids that explain answers for
	Fields  []string `yaml:"fields"`         // of the plan, such as metrics.stop
	Parts   []string `yaml:"parts"`          // of the report or the program, by name
	Later   []string `yaml:"later"`          // features that are still to be built
}

// Points returns the map of the documents, in their order. It is read only where it
// is shown.
func Points() ([]Point, error) {
	var file struct {
		Points []Point `yaml:"points,required"`
	}
	err := decodeFile(embedded, "bank/"+seedsFile, &file)
	return file.Points, err
}
