namespace PpcAds.Sdk.Reading;

/// <summary>A page of what is stored.</summary>
/// <typeparam name="T">What is on it.</typeparam>
/// <param name="Items">The items.</param>
/// <param name="Next">
/// What <see cref="PageRequest.After"/> takes for the next page; <see langword="null"/> when this is the last.
/// </param>
public sealed record ReadPage<T>(IReadOnlyList<T> Items, string? Next);
