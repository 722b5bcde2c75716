namespace PpcAds.Sdk.Simulator.Model;

/// <summary>
/// Random numbers that are a function of what they are for: the same seed and keys give the same number, in whatever order
/// things are asked. So any figure of any day can be computed alone, and runs repeat.
/// </summary>
internal readonly struct Dice
{
    private const double LargeMean = 40;

    private readonly ulong _state;

    public Dice(int seed) => _state = Mix((ulong)seed + 0x9E3779B97F4A7C15UL);

    private Dice(ulong state) => _state = state;

    /// <summary>Dice for something under this.</summary>
    public Dice For(long key) => new(Mix(_state ^ Mix(unchecked((ulong)key) + 0x9E3779B97F4A7C15UL)));

    /// <inheritdoc cref="For(long)"/>
    public Dice For(string key) => For(KeyOf(key));

    /// <summary>The number that stands for a text. What is thrown for each click of each day keeps it.</summary>
    public static long KeyOf(string key)
    {
        ulong hash = 14695981039346656037UL;
        foreach (char letter in key)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return unchecked((long)hash);
    }

    /// <summary>A number from 0 to below 1.</summary>
    public double Unit() => (_state >> 11) * (1.0 / (1UL << 53));

    /// <summary>An integer from <paramref name="lowest"/> to <paramref name="highest"/>, both included.</summary>
    public long Between(long lowest, long highest) => lowest + (long)(_state % (ulong)(highest - lowest + 1));

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[(int)Between(0, items.Count - 1)];

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>A number of the standard normal distribution.</summary>
    public double Normal()
    {
        double second = (Mix(_state + 0x9E3779B97F4A7C15UL) >> 11) * (1.0 / (1UL << 53));
        return Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * second);
    }

    /// <summary>A factor that is 1 on average: log-normal, with the given deviation of its logarithm.</summary>
    public double Spread(double deviation) => Math.Exp((deviation * Normal()) - (deviation * deviation / 2));

    /// <summary>How many of many independent events happen. More are expected, more happen with the same dice.</summary>
    public long Poisson(double mean)
    {
        if (mean >= LargeMean)
        {
            return Math.Max(0, (long)Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        }

        double unit = Unit();
        double share = Math.Exp(-mean);
        long count = 0;
        for (double sum = share; unit >= sum && share > 0; sum += share)
        {
            count++;
            share *= mean / count;
        }

        return count;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
