package questions

// houseFile is a house's bank as its file writes it.
type houseFile struct {
	Format         int                `yaml:"forewarn-bank,required"`
	ID             string             `yaml:"id,required"`
	Version        string             `yaml:"version,required"`
	Core           map[string]string  `yaml:"core,required"` // the edition of the core that it stands on, by the edition of its own since when
	Retired        map[string]string  `yaml:"retired"`       // of its own questions
	Changes        changes            `yaml:"changes"`
	Questionnaires []ownQuestionnaire `yaml:"questionnaires"`
	Warnings       []Warning          `yaml:"warnings"`
	Cases          []Case             `yaml:"cases"`
	Sources        []Source           `yaml:"sources"`
}

// ownQuestionnaire is one that the house adds, behind those of the core.
type ownQuestionnaire struct {
	ID        string         `yaml:"id,required"`
	Title     string         `yaml:"title,required"`
	Weight    int            `yaml:"weight,required"`
	About     string         `yaml:"about,required"`
	Scale     string         `yaml:"scale"`
	Deep      bool           `yaml:"deep"`
	Records   []string       `yaml:"records"`
	Questions []questionFile `yaml:"questions,required"`
}

// changes are what the house says otherwise than the core, by id. What is left out
// stays as it is.
type changes struct {
	Questionnaires map[string]questionnaireChange `yaml:"questionnaires"`
	Questions      map[string]questionChange      `yaml:"questions"`
	Warnings       map[string]warningChange       `yaml:"warnings"`
	Notes          map[string]noteChange          `yaml:"notes"`
	Cases          map[string]caseChange          `yaml:"cases"`
	Sources        map[string]sourceChange        `yaml:"sources"`
}

type questionnaireChange struct {
	Title     string         `yaml:"title"`
	About     string         `yaml:"about"`
	Scale     string         `yaml:"scale"`
	Weight    *int           `yaml:"weight"`
	Questions []questionFile `yaml:"questions"` // added behind those that there are
}

type questionChange struct {
	Since   string   `yaml:"since"` // the house's edition since which the answers mean something else
	Ask     string   `yaml:"ask"`
	Why     string   `yaml:"why"`
	Weight  *int     `yaml:"weight"`
	Rungs   []string `yaml:"rungs"` // all five
	Proof   string   `yaml:"proof"`
	Next    []string `yaml:"next"` // all four
	Sources []string `yaml:"sources"`
}

type warningChange struct {
	Title    string   `yaml:"title"`
	Cap      string   `yaml:"cap" one:"D C B none"`
	CRM      string   `yaml:"crm"`
	Here     string   `yaml:"here"`
	Do       string   `yaml:"do"`
	Strength string   `yaml:"strength" one:"A B C"`
	Sources  []string `yaml:"sources"`
}

// noteChange is for a prompt. Its words stay: how often it errs was found out with
// them.
type noteChange struct {
	Title string `yaml:"title"`
	Why   string `yaml:"why"`
	Ask   string `yaml:"ask"`
}

type caseChange struct {
	Name     string            `yaml:"name"`
	Years    string            `yaml:"years"`
	Kind     string            `yaml:"kind"`
	Outcome  string            `yaml:"outcome"`
	Facts    []string          `yaml:"facts"`      // all of them
	WentWell map[string]string `yaml:"done_well"`  // what it says, by warning
	WentBad  map[string]string `yaml:"went_wrong"` // likewise
}

type sourceChange struct {
	Cite string `yaml:"cite"`
}
