using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>Random numbers for one purpose of one seed: by hashing, so that neither seeds nor purposes share any.</summary>
internal static class SoakDice
{
    public static Random For(int seed, string purpose, int number = 0) =>
        new(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{purpose}/{number}"))));
}
