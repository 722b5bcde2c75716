using PpcAds.Sdk.Simulator.Faults;

namespace PpcAds.Sdk.Simulator;

/// <summary>The faults that wait for their calls, in the order in which they were added.</summary>
public sealed class SimulatorFaults
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];
    private int _hits;
    private int _stormCalls;
    private SimulatorStorm? _storm;

    /// <summary>Gets or sets the random faults that also hit calls; null for none. Setting it restarts the storm.</summary>
    public SimulatorStorm? Storm
    {
        get
        {
            lock (_gate)
            {
                return _storm;
            }
        }

        set
        {
            lock (_gate)
            {
                (_storm, _stormCalls) = (value, 0);
            }
        }
    }

    /// <summary>How many calls were hit so far.</summary>
    public int Hits
    {
        get
        {
            lock (_gate)
            {
                return _hits;
            }
        }
    }

    /// <summary>The faults that may still hit.</summary>
    public IReadOnlyList<SimulatorFault> Pending
    {
        get
        {
            lock (_gate)
            {
                return [.. _waiting.Select(waiting => waiting.Fault)];
            }
        }
    }

    /// <summary>Adds a fault.</summary>
    public void Add(SimulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _waiting.Add(new Waiting(fault) { Skip = fault.Skip, Times = fault.Times });
        }
    }

    /// <summary>Removes all faults, and the storm.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
            _storm = null;
        }
    }

    /// <summary>The fault that hits a call, if any: the first that fits and has let enough calls pass, else the storm.</summary>
    internal SimulatorFault? Take(string operation, long? profileId)
    {
        lock (_gate)
        {
            foreach (Waiting waiting in _waiting)
            {
                SimulatorFault fault = waiting.Fault;
                bool fits = (fault.Operation == "*" || fault.Operation == operation)
                    && (fault.ProfileId is null || fault.ProfileId == profileId);
                if (!fits || waiting.Skip-- > 0)
                {
                    continue;
                }

                _hits++;
                if (--waiting.Times <= 0)
                {
                    _waiting.Remove(waiting);
                }

                return fault;
            }

            if (_storm is not { } storm || StormDice.Throw(storm, ++_stormCalls, operation) is not { } chance)
            {
                return null;
            }

            _hits++;
            return chance;
        }
    }

    private sealed class Waiting(SimulatorFault fault)
    {
        public SimulatorFault Fault => fault;

        public int Skip { get; set; }

        public int Times { get; set; }
    }
}
