namespace PpcAds.Sdk.Simulator;

/// <summary>How one item of an answer is odd.</summary>
public enum SimulatorOddity
{
    /// <summary><see langword="null"/> stands in place of the item.</summary>
    Null,

    /// <summary>The item's id is <see langword="null"/>.</summary>
    IdNull,

    /// <summary>The item's id is 2^63, one more than 64 bits with a sign hold.</summary>
    IdTooLarge,

    /// <summary>A member has another JSON type: its value stands within an array.</summary>
    OtherType,

    /// <summary>A text ends with half an emoji: the escape of a high surrogate alone.</summary>
    HalfEmoji,

    /// <summary>A text holds the escape of U+0000.</summary>
    NulCharacter,

    /// <summary>A text holds bytes that are no UTF-8.</summary>
    InvalidUtf8,

    /// <summary>A member stands there twice, first with another text.</summary>
    DuplicateMember,

    /// <summary>A <see langword="null"/> stands before the item, which stays as it is.</summary>
    ExtraNull,

    /// <summary>An item without an id stands before the item, which stays as it is.</summary>
    ExtraWithoutId,
}
