namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>Counts the steps that two living processes were at in the same moment.</summary>
internal sealed class StepOverlaps
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _byStep = [];

    public List<string> Found { get; } = [];

    /// <summary>How many steps were begun.</summary>
    public int Steps { get; private set; }

    /// <param name="process">The process that says so.</param>
    /// <param name="line">The step after its mark: &gt; for its begin, &lt; for its end.</param>
    public void Note(int process, string line)
    {
        string step = line[1..];
        lock (_gate)
        {
            if (line[0] == '<')
            {
                if (_byStep.GetValueOrDefault(step) == process)
                {
                    _byStep.Remove(step);
                }

                return;
            }

            Steps++;
            if (_byStep.TryGetValue(step, out int other) && other != process)
            {
                Found.Add(step);
            }

            _byStep[step] = process;
        }
    }

    /// <summary>A process ended: it is at nothing any more.</summary>
    public void Forget(int process)
    {
        lock (_gate)
        {
            foreach (string step in _byStep.Where(entry => entry.Value == process).Select(entry => entry.Key).ToList())
            {
                _byStep.Remove(step);
            }
        }
    }
}
