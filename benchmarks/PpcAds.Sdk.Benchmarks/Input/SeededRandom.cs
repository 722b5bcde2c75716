namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>SplitMix64: the same numbers on every machine and runtime, which <see cref="Random"/> does not promise.</summary>
internal struct SeededRandom(ulong state)
{
    private ulong _state = state;

    /// <summary>One number that stands for several.</summary>
    public static ulong Mix(ulong first, ulong second)
    {
        var random = new SeededRandom(first ^ (second * 0xD6E8FEB86659FD93));
        return random.Next();
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 to below the bound.</summary>
    public long Next(long bound) => (long)(Next() % (ulong)bound);

    /// <summary>From 0 to below 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));
}
